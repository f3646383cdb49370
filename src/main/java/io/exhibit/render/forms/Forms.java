package io.exhibit.render.forms;

import io.exhibit.render.PackContent;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The forms of a pack that lie beside its report, as text. */
public final class Forms {

    private Forms() {}

    /** Each by its name in the pack. */
    public static SortedMap<String, byte[]> of(PackContent content) {
        SortedMap<String, byte[]> forms = new TreeMap<>();
        forms.put("findings.csv", utf8(FindingsCsv.of(content)));
        forms.put(Ocsf.NAME, utf8(Ocsf.of(content)));
        forms.put(PopulationsCsv.INDEX, utf8(PopulationsCsv.index(content.populations())));
        return forms;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
