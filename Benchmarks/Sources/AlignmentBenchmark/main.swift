internal import Alignment
internal import Foundation
internal import UnicodeText

// Aligns what comes on standard input, a job a line, and writes an answer a line; Benchmarks/alignment.py asks it.

struct Job: Decodable {
    struct Documents: Decodable {
        /// Paragraphs of segments; with one paragraph only, nothing is known of paragraphs.
        let source, target: [[String]]
    }
    let from, to: String
    /// Aligned together: what is learned from one serves all.
    let documents: [Documents]
    let examples: [[String]]?
}

struct Answer: Encodable {
    struct Pair: Encodable {
        let source, target: [Int]
        let confidence, probability: Double
        let moved: Bool
        /// What the confidence is made of.
        let values: [Double]
    }
    struct Evidence: Encodable {
        /// What the score is made of.
        let values: [Double]
        let isOrdered: Bool

        init(_ evidence: DocumentEvidence) {
            values = evidence.values
            isOrdered = evidence.order != nil
        }
    }
    let documents: [[Pair]]
    let scores: [Double]
    let evidence: [Evidence]
    /// Processor time in seconds.
    let seconds: Double
}

func document(_ paragraphs: [[String]]) -> AlignmentDocument {
    paragraphs.count == 1
        ? AlignmentDocument(segments: paragraphs[0]) : AlignmentDocument(paragraphs: paragraphs)
}

let encoder = JSONEncoder()
while let line = readLine() {
    let job = try JSONDecoder().decode(Job.self, from: Data(line.utf8))
    var aligner = Aligner(source: try LocaleID(job.from), target: try LocaleID(job.to))
    aligner.examples = (job.examples ?? []).map { ($0[0], $0[1]) }
    let start = clock()
    let alignments = try aligner.align(
        job.documents.map { DocumentPair(source: document($0.source), target: document($0.target)) })
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let answer = Answer(
        documents: alignments.map { alignment in
            alignment.pairs.map {
                .init(
                    source: $0.source, target: $0.target, confidence: $0.confidence,
                    probability: $0.probability, moved: $0.isMoved,
                    values: $0.evidence.values(in: alignment.evidence))
            }
        }, scores: alignments.map(\.score), evidence: alignments.map { Answer.Evidence($0.evidence) },
        seconds: seconds)
    print(String(decoding: try encoder.encode(answer), as: UTF8.self))
    fflush(nil)
}
