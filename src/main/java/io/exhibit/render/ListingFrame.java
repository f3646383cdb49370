package io.exhibit.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands on every page of a listing, and in its file, as on those of the report.
 *
 * @param head running head
 * @param alerts set beside it in the colour of alert, each
 * @param classification at the right of the head
 * @param foot running foot, and {@code root} the beginning of the log's root, at its end
 * @param subject framework and period
 * @param seed of the file's id
 * @param paper that it is printed on
 */
record ListingFrame(
        String head,
        List<String> alerts,
        String classification,
        String foot,
        String root,
        String entity,
        String subject,
        String producer,
        Instant at,
        long seed,
        Paper paper) {

    @SuppressWarnings("unchecked")
    static ListingFrame of(PackContent content, Paper paper, VisibleText visible) {
        Map<String, Object> pack = (Map<String, Object>) visible.of(PackModel.pack(content));
        List<String> alerts = new ArrayList<>();
        if ((Boolean) pack.get("draft")) {
            alerts.add("DRAFT");
        }
        if ((Boolean) pack.get("simulated")) {
            alerts.add("SIMULATED, not AWS");
        }
        String classification = (String) pack.get("classification");
        return new ListingFrame(
                pack.get("named") + " · " + pack.get("shortFramework") + " · " + pack.get("period"),
                alerts,
                classification.isEmpty() ? "Classification not stated" : classification,
                "Pack " + pack.get("id") + " · " + pack.get("issue") + " · log size " + pack.get("size") + ", root ",
                (String) pack.get("rootStart"),
                (String) pack.get("named"),
                pack.get("framework") + ", " + pack.get("period"),
                content.tool(),
                content.issue().at(),
                PdfFinish.seed(content),
                paper);
    }
}
