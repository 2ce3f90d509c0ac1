import Segmentation
import Testing

@testable import Interchange

/// How codes are written as text. What OmegaT shows was taken down from OmegaT 3.6 for XLIFF 1.2 of the same codes
/// (`omegat --mode=console-createpseudotranslatetmx`).
@Suite struct TMXCodeFormTests {
    static let shown: [(coded: String, omegat: String)] = [
        ("Free him.", "Free him."),
        (
            "Free <1>him</1> now<2/> and <3>all <4>others</4></3>.",
            "Free <g0>him</g0> now<x1/> and <g2>all <g3>others</g3></g2>."
        ),
        // What stands around all of the text is not shown.
        ("<1>Whole</1>", "Whole"),
        ("<1><2>dd</2></1> <3/>", "dd"),
        ("<1>All <2>in</2></1>", "All <g0>in</g0>"),
        ("<1/>Lead <2>him</2> end", "Lead <g0>him</g0> end"),
        ("<1/><2>Pair</2> rest", "<g0>Pair</g0> rest"),
        ("<1>In </1><2/> <3>and</3>", "<g0>In </g0><x1/> <g2>and</g2>"),
        ("<1><2>In</2> two</1>", "<g0>In</g0> two"),
        (" <1>space</1> two ", "<g0>space</g0> two"),
        ("hh <1>gg <3/></1>", "hh <g0>gg <x1/></g0>"),
        ("middle <1></1> ee <3/><4/>", "middle <g0/> ee"),
        ("One <1>two <2>three</1> four</2> five", "One <b0/>two <g1>three<e2/> four</g1> five"),
        ("a <1>b", "a <f0>b"),
    ]

    @Test(arguments: shown)
    func omegat(coded: String, omegat: String) {
        let text = InlineText(coded: coded)
        #expect(TMXCodeForm.omegat.applied(to: text, source: text).plainText == omegat)
        #expect(TMXCodeForm.omegat.applied(to: text, source: text).codes.isEmpty)
    }

    /// A translation has the numbers of its source, in whatever order they stand there.
    @Test func translations() {
        let source = InlineText(coded: "<4/>The <1>report</1> of <2/> was read<3/>.")
        let target = InlineText(coded: "<4/>Đã đọc<3/> <1>báo cáo</1> của <2/>.")
        #expect(
            TMXCodeForm.omegat.applied(to: target, source: source).plainText
                == "Đã đọc<x2/> <g0>báo cáo</g0> của <x1/>.")
    }

    @Test func asInPO() {
        for coded in ["Free <1>him</1><2/>", "5 \\<1> 3", "a \\\\<1>b</1>"] {
            let text = InlineText(coded: coded)
            #expect(TMXCodeForm.text.applied(to: text, source: text) == InlineText(plain: coded))
            #expect(TMXCodeForm.elements.applied(to: text, source: text) == text)
        }
    }
}
