package io.exhibit.read.derived;

import io.exhibit.read.records.MalformedDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a credential report by column name: columns come and go, their order is no promise. */
final class ReportRows {

    private ReportRows() {}

    static List<Map<String, String>> of(String base64) throws MalformedDocument {
        List<List<String>> table = Csv.rows(decoded(base64));
        if (table.isEmpty() || !table.get(0).containsAll(List.of("user", "arn"))) {
            throw new MalformedDocument("the credential report has no columns user and arn");
        }
        List<String> header = table.get(0);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> fields : table.subList(1, table.size())) {
            if (fields.size() != header.size()) {
                throw new MalformedDocument("the credential report's row of " + fields.get(0) + " has " + fields.size()
                        + " fields under " + header.size() + " columns");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                row.put(header.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String decoded(String base64) throws MalformedDocument {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedDocument("the credential report is not base64: " + e.getMessage());
        }
    }
}
