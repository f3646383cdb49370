package io.exhibit.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The pages at which browsers look. Every route that shows a page has one of them; {@code RoutesTest} says which has none. */
public final class PageList {

    public static final String MONTH = "/2026-10";

    /** A pack that was issued of that month. */
    public static final String PACK = "EH-2026-10";

    /** An item of which the address is told by the month. */
    public static final String ITEM = "/item?";

    /** What was found of it, likewise. */
    public static final String FINDING = "/findings/one?test=IAM-01&";

    private PageList() {}

    /** Look like one that is looked at anyway; on demand, {@code -Dexhibit.pages=all}. */
    private static final Set<String> ALIKE = Set.of(
            "findings-filtered",
            "findings-late",
            "findings-accepted",
            "findings-closed",
            "findings-events",
            "test-nothing-found",
            "enter-without",
            "book-entity");

    /** Their body is that of a page that is looked at anyway: it is seen at one width and in one scheme; on demand everywhere. */
    private static final Set<String> SAME_BODY = Set.of(
            "findings-all",
            "enter-invited",
            "book-acceptance-changed",
            "room-units",
            "room-unit",
            "room-findings",
            "room-frameworks",
            "room-coverage",
            "room-finding",
            "packs-wrong",
            "runs-asked",
            "refused-400",
            "refused-401",
            "refused-403",
            "refused-409",
            "refused-413",
            "refused-429",
            "refused-503");

    private static final boolean ALL = "all".equals(System.getProperty("exhibit.pages"));

    /** @param name of a page, or of one that refuses, by its status */
    static boolean hasBodyOfAnother(String name) {
        return !ALL && SAME_BODY.contains(name);
    }

    private static Map<String, String> looked(Map<String, String> pages) {
        if (!ALL) {
            pages.keySet().removeAll(ALIKE);
        }
        return pages;
    }

    /** Of a month, and of the frame, by name. */
    public static Map<String, String> ofMonth() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("today", MONTH);
        pages.put("units", MONTH + "/units");
        pages.put("unit-deviations", MONTH + "/units/164.312(a)(1)");
        pages.put("coverage", MONTH + "/coverage");
        pages.put("frameworks", MONTH + "/frameworks");
        pages.put("packs", MONTH + "/packs");
        pages.put("runs", MONTH + "/runs");
        pages.put("visits", "/visits");
        pages.put("enter", "/enter?ticket=none");
        pages.put("enter-without", "/enter");
        pages.put("enter-invited", "/enter?ticket=i.none");
        pages.put("rooms", "/packs");
        pages.put("room-without", "/packs/EH-2026-09");
        for (String shown : new String[] {"open", "late", "accepted", "closed", "events", "all"}) {
            pages.put("findings-" + shown, MONTH + "/findings?show=" + shown);
        }
        pages.put("findings-filtered", MONTH + "/findings?show=all&severity=critical&age=7&day=2026-10-01");
        pages.put("test", MONTH + "/tests/IAM-01");
        pages.put("test-nothing-found", MONTH + "/tests/IAM-01?search=nobody-is-called-that");
        pages.put("item", MONTH + "/tests/IAM-01" + ITEM);
        pages.put("finding", MONTH + FINDING);
        pages.put("book", MONTH + "/book");
        pages.put("book-thresholds", MONTH + "/book/thresholds");
        pages.put("book-threshold", MONTH + "/book/thresholds/access_key_max_age_days");
        pages.put("book-acceptances", MONTH + "/book/acceptances");
        pages.put("book-acceptance", MONTH + "/book/acceptances/new");
        pages.put("book-acceptance-changed", MONTH + "/book/acceptances/row?row=0");
        pages.put("book-acceptance-ended", MONTH + "/book/acceptances/end?row=0");
        pages.put("book-published", MONTH + "/book/published");
        pages.put("book-draft-gone", MONTH + "/book/drafts/none");
        pages.put("book-scope", MONTH + "/book/scope");
        pages.put("book-account", MONTH + "/book/scope/accounts?row=0");
        pages.put("book-entity", MONTH + "/book/scope/entity");
        pages.put("book-owners", MONTH + "/book/owners");
        pages.put("book-owner", MONTH + "/book/owners/164.312(d)");
        pages.put("book-decisions", MONTH + "/book/decisions");
        pages.put("book-decision", MONTH + "/book/decisions/164.312(a)(2)(iii)");
        pages.put("book-documents", MONTH + "/book/documents");
        pages.put("book-document", MONTH + "/book/documents/MAN-21");
        pages.put("book-registers", MONTH + "/book/registers");
        pages.put("book-register", MONTH + "/book/registers/approved_admins");
        pages.put("book-row", MONTH + "/book/registers/approved_admins/row?row=0");
        pages.put("book-text", MONTH + "/book/text?name=organization/scope.yaml");
        return looked(pages);
    }

    /** Of an issued pack's room, with what lies behind it. */
    public static Map<String, String> ofPack() {
        String room = "/packs/" + PACK;
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("room", room);
        pages.put("room-units", room + "/units");
        pages.put("room-unit", room + "/units/164.312(d)");
        pages.put("room-findings", room + "/findings");
        pages.put("room-frameworks", room + "/frameworks");
        pages.put("room-coverage", room + "/coverage");
        pages.put("room-test", room + "/tests/IAM-01");
        pages.put("room-item", room + "/tests/IAM-01" + ITEM);
        pages.put("room-finding", room + FINDING);
        return looked(pages);
    }

    /** Of two packs that were issued. */
    public static Map<String, String> ofPacks() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("packs-issued", MONTH + "/packs");
        pages.put("compare", MONTH + "/packs/compare?older=" + PACK + "&newer=" + PACK + "-issue-2");
        return looked(pages);
    }
}
