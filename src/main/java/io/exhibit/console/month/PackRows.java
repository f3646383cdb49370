package io.exhibit.console.month;

import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Say;
import java.util.List;
import java.util.Map;

/** Packs as pages list them: what was issued and what waits. */
public final class PackRows {

    private PackRows() {}

    /** In the order of {@link Standing#packs()}. */
    public static List<Map<String, Object>> of(Standing standing) {
        return standing.packs().stream().map(PackRows::row).toList();
    }

    private static Map<String, Object> row(Standing.Pack pack) {
        return Map.of(
                "name", pack.name(),
                "draft", pack.draft(),
                "sha256", pack.sha256(),
                "period", pack.period(),
                "issued", pack.issued().map(Say::minute).orElse(""),
                "newest", pack.newest(),
                "approved", pack.approved().orElse(""),
                "receipts", pack.receipts());
    }
}
