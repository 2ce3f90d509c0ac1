internal import Letters
internal import TranslationMemory

/// How a project's memory is searched: by its penalties, with what becomes of the index told on standard error.
func searchOptions(_ project: Project?) -> SearchOptions {
    var options = SearchOptions()
    if let project { options.penalties = project.penalties }
    options.notice = { Console.note("note: \($0)") }
    // Small memories are indexed faster than a line is read.
    let worthTelling = 20_000
    options.progress = { done, total in
        guard total >= worthTelling else { return }
        Console.progress(done < total ? "indexing the memory: \(done * 100 / total)% of \(total) units" : "")
    }
    return options
}
