package io.exhibit.deliver;

import io.exhibit.assessment.Receipt;

/** A receipt as it lies beside what was handed over: JSON, one file a line. */
final class ReceiptFile {

    private ReceiptFile() {}

    static String of(Receipt receipt) {
        StringBuilder json = new StringBuilder("{\n  \"pack\": ")
                .append(quoted(receipt.pack()))
                .append(",\n  \"to\": ")
                .append(quoted(receipt.to()))
                .append(",\n  \"at\": ")
                .append(quoted(receipt.at().toString()))
                .append(",\n  \"files\": [");
        String separator = "\n    ";
        for (Receipt.Item file : receipt.files()) {
            json.append(separator)
                    .append("{\"name\": ")
                    .append(quoted(file.name()))
                    .append(", \"bytes\": ")
                    .append(file.bytes())
                    .append(", \"sha256\": ")
                    .append(quoted(file.sha256()))
                    .append(", \"before\": ")
                    .append(file.state() == Receipt.State.WAS_THERE)
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
