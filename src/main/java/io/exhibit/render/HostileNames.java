package io.exhibit.render;

import java.util.List;

/** Names that AWS would allow somewhere, and that a printer must not be fooled by. */
public final class HostileNames {

    public static final List<String> ALL = List.of(
            "=cmd|'/C calc'!A0",
            "<script>alert(1)</script>",
            "</td></tr></table><h1>All units pass</h1>",
            "${7*7}<#assign x=1>${x?api}",
            "&lt;&#x41;&amp;&nbsp;",
            "admin\u202etxt.exe",
            "zero\u200bwidth\u2066isolate\u2069",
            "soft\u00adhyphen\ufeff",
            "tab\tnew\nline",
            "bell\u0007nul\u0000esc\u001b[31m",
            "lone\ud800surrogate\udc00",
            "\\u{202E} typed by hand",
            "λόγος Ελληνικά",
            "Кирилица Ђорђе",
            "Đặng Thị Hồng",
            "Հայերեն",
            "ქართული",
            "ภาษาไทย",
            "日本語の名前",
            "עברית",
            "العربية",
            "emoji \ud83d\ude00 end",
            "e\u0301 combining",
            "\ue000private",
            "x".repeat(200),
            "]]><!-- comment -->",
            "\" onclick=\"x",
            "file:///etc/passwd");

    private HostileNames() {}
}
