package io.exhibit.render.forms;

import io.exhibit.control.Framework;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Units as OSCAL names controls: {@code hipaa-164.312.a.2.i} of {@code 164.312(a)(2)(i)}, {@code ac-2.1} of {@code AC-2(1)}. An id
 * begins with a letter; where a citation does not, the first word of the framework's folder stands in front.
 */
final class ControlIds {

    private final Map<String, String> ids = new LinkedHashMap<>();

    ControlIds(Framework framework) {
        Set<String> taken = new TreeSet<>();
        framework.controls().forEach(unit -> {
            String id = token(unit.citation(), framework.id());
            while (!taken.add(id)) {
                id += "_";
            }
            ids.put(unit.citation(), id);
        });
    }

    String of(String citation) {
        return ids.get(citation);
    }

    private static String token(String citation, String framework) {
        String plain = citation.toLowerCase(Locale.ROOT)
                .replace("(", ".")
                .replace(")", "")
                .replaceAll("[^a-z0-9._-]+", "-");
        return plain.matches("[a-z_].*") ? plain : framework.split("-", 2)[0].toLowerCase(Locale.ROOT) + "-" + plain;
    }
}
