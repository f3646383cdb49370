package io.exhibit.render.forms;

import io.exhibit.render.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Properties in OSCAL's form: no value is empty, none begins or ends with a blank, and none has a line end. */
final class OscalProps {

    private static final VisibleText VISIBLE = VisibleText.everywhere();

    private OscalProps() {}

    static String text(String text) {
        return VISIBLE.of(text).strip();
    }

    /** What has no value is not added. */
    static void add(List<Map<String, Object>> props, String name, Object value) {
        String text = text(String.valueOf(value));
        if (!text.isEmpty()) {
            props.add(ordered("name", name, "ns", Oscal.NAMESPACE, "value", text));
        }
    }

    /** Names and values in turn, kept in this order. */
    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
