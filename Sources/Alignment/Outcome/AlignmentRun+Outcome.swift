extension AlignmentRun {
    /// What is reported of a document pair, given the way through it.
    func outcome(
        _ features: PairFeatures, _ path: [Lattice.Candidate], _ order: OrderEvidence?
    ) -> Alignment {
        let steps = evidence(of: path, features)
        var evidence = document(steps, path, features)
        evidence.order = order.map { $0.gain / max(1, $0.deviation) }
        let moved = movedPairs(features, path)
        let movedTargets = Set(moved.map(\.target))
        var pairs: [Alignment.Pair] = []
        for (number, step) in path.enumerated() {
            if !step.bead.shape.isNull {
                pairs.append(
                    pair(
                        Array(step.bead.source), Array(step.bead.target), step.probability,
                        steps[number].evidence, evidence, isMoved: false))
                continue
            }
            for source in step.bead.source {
                let other = moved.first { $0.source == source }
                pairs.append(
                    pair(
                        [source], other.map { [$0.target] } ?? [], other?.probability ?? step.probability,
                        other.map { movedEvidence($0, features) } ?? steps[number].evidence, evidence,
                        isMoved: other != nil))
            }
            for target in step.bead.target where !movedTargets.contains(target) {
                pairs.append(
                    pair([], [target], step.probability, steps[number].evidence, evidence, isMoved: false))
            }
        }
        return Alignment(pairs: pairs, evidence: evidence, score: Calibration.score(evidence))
    }

    private func pair(
        _ source: [Int], _ target: [Int], _ probability: Double, _ own: PairEvidence,
        _ document: DocumentEvidence, isMoved: Bool
    ) -> Alignment.Pair {
        Alignment.Pair(
            source: source, target: target, confidence: Calibration.confidence(own, document),
            probability: probability, evidence: own, isMoved: isMoved)
    }

    private func movedPairs(_ features: PairFeatures, _ path: [Lattice.Candidate]) -> [MovedSegments.Pair] {
        let alone = path.filter(\.bead.shape.isNull)
        return MovedSegments(features, models).pairs(
            alone.flatMap { $0.bead.source }, alone.flatMap { $0.bead.target })
    }

    private func movedEvidence(_ pair: MovedSegments.Pair, _ features: PairFeatures) -> PairEvidence {
        let bead = Bead(sourceEnd: pair.source + 1, targetEnd: pair.target + 1, kind: 0)
        var evidence = evidence(
            of: [Lattice.Candidate(bead: bead, probability: pair.probability)], features)[0].evidence
        // It has been found among what has no counterpart.
        evidence.isBesideGap = true
        return evidence
    }

    /// What speaks for a step, and how many tokens it has.
    private struct Step {
        var evidence: PairEvidence
        var words = 0.0
        var tokens = 0.0
    }

    private func evidence(of path: [Lattice.Candidate], _ features: PairFeatures) -> [Step] {
        var rows = EvidenceRows(
            features, forward: models.forward, backward: models.backward,
            backwardGains: models.backwardGains, targetWordCount: models.targetWordCount)
        var row = EvidenceRows.Row()
        return path.indices.map { number in
            let candidate = path[number], bead = candidate.bead
            var step = Step(evidence: PairEvidence())
            step.evidence.odds = PairEvidence.odds(of: candidate.probability)
            let around = [number - 1, number + 1].filter(path.indices.contains).map { path[$0] }
            step.evidence.neighbourOdds = PairEvidence.odds(
                of: around.map(\.probability).min() ?? candidate.probability)
            step.evidence.isBesideGap = around.contains { $0.bead.shape.isNull }
            if bead.shape.isNull { return step }
            // The words of the target beside all of the source, and those of each source segment beside the target.
            for source in bead.source {
                rows.row(source, bead.target, into: &row)
                step.words += Double(row.backward[bead.shape.target - 1][bead.target.count - 1]) / 2
                step.tokens += Double(features.source.tokenCounts[source])
            }
            for target in bead.target {
                step.words += Double(row.forward[bead.shape.source - 1][target - bead.target.lowerBound]) / 2
                step.tokens += Double(features.target.tokenCounts[target])
            }
            let sourceLength = bead.source.reduce(0) { $0 + features.source.lengths[$1] }
            let targetLength = bead.target.reduce(0) { $0 + features.target.lengths[$1] }
            step.evidence.words = step.words / max(1, step.tokens)
            step.evidence.lengths = models.length.evidence(
                source: sourceLength, target: targetLength,
                background: models.length.logBackground(target: targetLength, segments: bead.shape.target))
            step.evidence.characters = min(sourceLength, targetLength)
            step.evidence.joined = bead.shape.source + bead.shape.target - 2
            return step
        }
    }

    private func document(
        _ steps: [Step], _ path: [Lattice.Candidate], _ features: PairFeatures
    ) -> DocumentEvidence {
        var evidence = DocumentEvidence()
        var words = 0.0, tokens = 0.0, lengths = 0.0, paired = 0, single = 0, probabilities = 0.0
        for (step, candidate) in zip(steps, path) where !candidate.bead.shape.isNull {
            words += step.words
            tokens += step.tokens
            lengths += step.evidence.lengths
            paired += candidate.bead.shape.source + candidate.bead.shape.target
            if step.evidence.joined == 0 { single += 1 }
            probabilities += candidate.probability
            evidence.pairCount += 1
        }
        guard evidence.pairCount > 0 else { return evidence }
        let count = Double(evidence.pairCount)
        evidence.wordsPerToken = words / max(1, tokens)
        evidence.lengthsPerPair = lengths / count
        evidence.pairedShare = Double(paired) / Double(features.source.count + features.target.count)
        evidence.singleShare = 2 * Double(single) / Double(features.source.count + features.target.count)
        evidence.meanProbability = probabilities / count
        evidence.segmentCount = features.source.count
        return evidence
    }
}
