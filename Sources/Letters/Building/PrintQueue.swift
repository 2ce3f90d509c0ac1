internal import Dispatch
internal import Synchronization
internal import TextFiles

/// What is printed by another program, in few runs: most of its time goes into starting.
struct PrintQueue {
    /// A file to be printed.
    struct Job: Sendable {
        /// The number of its variant.
        let variant: Int
        /// Its place among the files of the variant.
        let place: Int
        let path: String
        let key: String
        let job: RenderingJob
        let format: LetterFormat
    }

    /// More pages than this at once take much memory.
    private static let groupSize = 24

    let renderer: LetterRenderer
    let threads: Int

    /// Prints, and hands out each file as it is done or what is wrong with it; by one thread at a time.
    func run(_ jobs: [Job], _ take: @Sendable (Job, Result<[UInt8], any Error>) -> Void) {
        let size = max(1, min(Self.groupSize, (jobs.count + threads - 1) / max(1, threads)))
        let groups = stride(from: 0, to: jobs.count, by: size).map {
            Array(jobs[$0..<min($0 + size, jobs.count)])
        }
        let next = Atomic(0)
        let lock = Mutex(())
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, groups.count))) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < groups.count else { return }
                let results = renderer.render(groups[number].map { ($0.job, $0.format) })
                lock.withLock { _ in
                    for (job, result) in zip(groups[number], results) { take(job, result) }
                }
            }
        }
    }
}
