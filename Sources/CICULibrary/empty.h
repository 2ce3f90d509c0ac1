// Empty on purpose: no ICU header may reach a Swift module (see ARCHITECTURE.md, CICU).
