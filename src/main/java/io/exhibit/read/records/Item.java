package io.exhibit.read.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Members of a structure, asked for by name. What is absent is "", an empty list or {@code null}, as the method says. */
public record Item(Map<String, Object> members) {

    /** The text, or "". */
    public String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    /** The number, or {@code null}. */
    public Long whole(String name) {
        return members.get(name) instanceof Long number ? number : null;
    }

    /** Whether it is there and true. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    /** The texts of a list, or none. */
    public List<String> texts(String name) {
        List<String> out = new ArrayList<>();
        for (Object element : elements(name)) {
            if (element instanceof String text) {
                out.add(text);
            }
        }
        return out;
    }

    /** The structures of a list, or none. */
    @SuppressWarnings("unchecked")
    public List<Item> items(String name) {
        List<Item> out = new ArrayList<>();
        for (Object element : elements(name)) {
            if (element instanceof Map<?, ?> structure) {
                out.add(new Item((Map<String, Object>) structure));
            }
        }
        return out;
    }

    /** The structure, or an empty one. */
    @SuppressWarnings("unchecked")
    public Item item(String name) {
        return new Item(members.get(name) instanceof Map<?, ?> structure ? (Map<String, Object>) structure : Map.of());
    }

    private List<?> elements(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }
}
