package io.exhibit.mapping;

import io.exhibit.control.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table as a spreadsheet wrote it.
 *
 * @param columns the cells of the first row
 * @param rows for each row below that holds something, its columns with their cells, as a list of keys with values would have them
 */
record CsvTable(List<Node.Scalar> columns, Node.Sequence rows) {

    boolean has(String column) {
        return columns.stream().anyMatch(cell -> cell.text().equals(column));
    }

    /** Tells unknown columns and those that are missing; gives back what stands in the known ones. */
    CsvTable checked(Set<String> known, Set<String> needed, Problems problems) {
        Set<String> meant = new HashSet<>();
        for (Node.Scalar column : columns) {
            String name = column.text();
            if (!name.isEmpty() && !known.contains(name)) {
                String hint = Problem.didYouMean(name, known);
                problems.add("unknown-key", column.position(), "Unknown column " + name + ".", hint);
                Problem.nearest(name, known).ifPresent(meant::add);
            }
        }
        needed.stream()
                .filter(name -> !has(name) && !meant.contains(name))
                .sorted()
                .forEach(name -> problems.add("missing-key", rows.position(), "The column " + name + " is missing."));
        return new CsvTable(columns, new Node.Sequence(known(known), rows.position()));
    }

    private List<Node> known(Set<String> known) {
        List<Node> some = new ArrayList<>();
        for (Node row : rows.items()) {
            some.add(new Node.Mapping(
                    Lists.entries(row).stream()
                            .filter(cell -> known.contains(cell.key()))
                            .toList(),
                    row.position()));
        }
        return some;
    }
}
