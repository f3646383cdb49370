package io.exhibit.render;

import java.util.List;
import java.util.Map;

/** The files of a listing as rows of a table. */
final class VolumeRows {

    private VolumeRows() {}

    /** @return none when the list stands in the report */
    static List<Map<String, Object>> of(PackContent content, String listing) {
        return content.volumes().getOrDefault(listing, List.of()).stream()
                .map(volume -> Map.<String, Object>of(
                        "file",
                        (content.issue().draft() ? content.issue().pack() + ".draft.listings/" : "listings/")
                                + volume.file(),
                        "rows",
                        Words.count(volume.first()) + " to " + Words.count(volume.last()),
                        "pages",
                        Words.count(volume.pages()),
                        "sha256",
                        volume.sha256()))
                .toList();
    }
}
