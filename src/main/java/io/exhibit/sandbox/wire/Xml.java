package io.exhibit.sandbox.wire;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes a tree of members as the XML of the query and EC2 protocols; lists have one element for each item. */
final class Xml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Xml() {}

    static String root(String name, String namespace, String inner) {
        return HEAD + "<" + name + " xmlns=\"" + namespace + "\">" + inner + "</" + name + ">";
    }

    /** An answer that is one element, in the service's namespace. */
    static String document(Map<String, Object> root, String namespace) {
        String name = root.keySet().iterator().next();
        return root(name, namespace, value(root.get(name), "member"));
    }

    static String element(String name, String inner) {
        return "<" + name + ">" + inner + "</" + name + ">";
    }

    static String members(Map<String, ?> members, String item) {
        StringBuilder text = new StringBuilder();
        members.forEach((name, value) -> {
            if (value instanceof Tree.Listed list) {
                StringBuilder items = new StringBuilder();
                String each = list.item().isEmpty() ? name : list.item();
                list.items().forEach(one -> items.append(element(each, value(one, item))));
                text.append(list.item().isEmpty() ? items : element(name, items.toString()));
            } else {
                text.append(element(name, value(value, item)));
            }
        });
        return text.toString();
    }

    private static String value(Object value, String item) {
        if (value instanceof Map<?, ?> structure) {
            return members(named(structure), item);
        }
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder();
            list.forEach(each -> text.append(element(item, value(each, item))));
            return text.toString();
        }
        if (value instanceof Tree.Entries entries) {
            StringBuilder text = new StringBuilder();
            entries.values()
                    .forEach((key, each) -> text.append(
                            element("entry", element("key", escape(key)) + element("value", value(each, item)))));
            return text.toString();
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        // Instant's own text is ISO 8601 in UTC, which is what both XML protocols use.
        return value instanceof Instant instant ? instant.toString() : escape(value.toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> named(Map<?, ?> structure) {
        return (Map<String, ?>) structure;
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#xD;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
