package io.exhibit.deliver;

import java.time.Instant;
import java.util.List;

/**
 * What was handed over, where to, when.
 *
 * @param pack name of the pack
 * @param to where it went, such as {@code folder /srv/evidence}
 * @param at by the deliverer's clock, after the last file was there
 * @param files in the order of the pack
 */
public record Receipt(String pack, String to, Instant at, List<Item> files) {

    public Receipt {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param sha256 of its bytes as they lie at the receiver's, hexadecimal
     * @param before whether the same bytes had been handed over earlier
     */
    public record Item(String name, long bytes, String sha256, boolean before) {}

    /** The receipt as JSON, members in the order of the components, one file a line. */
    public String json() {
        StringBuilder json = new StringBuilder("{\n  \"pack\": ")
                .append(quoted(pack))
                .append(",\n  \"to\": ")
                .append(quoted(to))
                .append(",\n  \"at\": ")
                .append(quoted(at.toString()))
                .append(",\n  \"files\": [");
        String separator = "\n    ";
        for (Item file : files) {
            json.append(separator)
                    .append("{\"name\": ")
                    .append(quoted(file.name()))
                    .append(", \"bytes\": ")
                    .append(file.bytes())
                    .append(", \"sha256\": ")
                    .append(quoted(file.sha256()))
                    .append(", \"before\": ")
                    .append(file.before())
                    .append('}');
            separator = ",\n    ";
        }
        return json.append("\n  ]\n}\n").toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
