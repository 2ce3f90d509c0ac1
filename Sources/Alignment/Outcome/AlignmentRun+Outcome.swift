extension AlignmentRun {
    /// What is reported of a document pair, given the way through it.
    func outcome(_ features: PairFeatures, _ path: [Lattice.Candidate]) -> Alignment {
        let evidence = evidence(features, path)
        let moved = movedPairs(features, path)
        let movedTargets = Set(moved.map(\.target))
        var pairs: [Alignment.Pair] = []
        for step in path {
            if !step.bead.shape.isNull {
                pairs.append(
                    pair(
                        Array(step.bead.source), Array(step.bead.target), step.probability, evidence,
                        isMoved: false))
                continue
            }
            for source in step.bead.source {
                if let other = moved.first(where: { $0.source == source }) {
                    pairs.append(
                        pair([source], [other.target], other.probability, evidence, isMoved: true))
                } else {
                    pairs.append(pair([source], [], step.probability, evidence, isMoved: false))
                }
            }
            for target in step.bead.target where !movedTargets.contains(target) {
                pairs.append(pair([], [target], step.probability, evidence, isMoved: false))
            }
        }
        return Alignment(pairs: pairs, evidence: evidence, score: Calibration.score(evidence))
    }

    private func pair(
        _ source: [Int], _ target: [Int], _ probability: Double, _ evidence: DocumentEvidence, isMoved: Bool
    ) -> Alignment.Pair {
        Alignment.Pair(
            source: source, target: target,
            confidence: Calibration.confidence(probability: probability, evidence),
            probability: probability, isMoved: isMoved)
    }

    private func movedPairs(_ features: PairFeatures, _ path: [Lattice.Candidate]) -> [MovedSegments.Pair] {
        let alone = path.filter(\.bead.shape.isNull)
        return MovedSegments(features, models).pairs(
            alone.flatMap { $0.bead.source }, alone.flatMap { $0.bead.target })
    }

    private func evidence(_ features: PairFeatures, _ path: [Lattice.Candidate]) -> DocumentEvidence {
        var evidence = DocumentEvidence()
        var rows = EvidenceRows(
            features, forward: models.forward, backward: models.backward,
            backwardGains: models.backwardGains, targetWordCount: models.targetWordCount)
        var row = EvidenceRows.Row()
        var words = 0.0, tokens = 0.0, lengths = 0.0, paired = 0, probabilities = 0.0
        for step in path where !step.bead.shape.isNull {
            let bead = step.bead
            // The words of the target beside all of the source, and those of each source segment beside the target.
            for source in bead.source {
                rows.row(source, bead.target, into: &row)
                words += Double(row.backward[bead.shape.target - 1][bead.target.count - 1]) / 2
                tokens += Double(features.source.tokenCounts[source])
            }
            for target in bead.target {
                words += Double(row.forward[bead.shape.source - 1][target - bead.target.lowerBound]) / 2
                tokens += Double(features.target.tokenCounts[target])
            }
            let sourceLength = bead.source.reduce(0) { $0 + features.source.lengths[$1] }
            let targetLength = bead.target.reduce(0) { $0 + features.target.lengths[$1] }
            lengths += models.length.evidence(
                source: sourceLength, target: targetLength,
                background: models.length.logBackground(target: targetLength, segments: bead.shape.target))
            paired += bead.shape.source + bead.shape.target
            probabilities += step.probability
            evidence.pairCount += 1
        }
        guard evidence.pairCount > 0 else { return evidence }
        evidence.wordsPerToken = words / max(1, tokens)
        evidence.lengthsPerPair = lengths / Double(evidence.pairCount)
        evidence.pairedShare = Double(paired) / Double(features.source.count + features.target.count)
        evidence.meanProbability = probabilities / Double(evidence.pairCount)
        evidence.segmentCount = features.source.count
        return evidence
    }
}
