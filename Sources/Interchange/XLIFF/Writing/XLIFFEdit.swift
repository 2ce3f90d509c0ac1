internal import Segmentation

/// A translation that was set.
struct XLIFFEdit {
    var text: InlineText
    var state: XLIFFState?
}
