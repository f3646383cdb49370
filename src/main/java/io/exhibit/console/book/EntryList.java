package io.exhibit.console.book;

import io.exhibit.console.page.Say;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list of entries on a page: its heads, its rows with the way to the form of each, and the way to one more. */
final class EntryList {

    private final Map<String, Object> list = new LinkedHashMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** @param none what stands there when there is no row */
    EntryList(String id, String title, String none, String... heads) {
        list.put("id", id);
        list.put("title", title);
        list.put("none", none);
        list.put("heads", List.of(heads));
        list.put("rows", rows);
        list.put("add", "");
        list.put("addWords", "");
    }

    EntryList adding(String href, String words) {
        list.put("add", href);
        list.put("addWords", words);
        return this;
    }

    /** @param href where the form is, below the month; the first cell leads there */
    void row(String href, String... cells) {
        marked(href, "", cells);
    }

    /** @param mark why it is not what is wanted, or "": such a row looks otherwise */
    void marked(String href, String mark, String... cells) {
        rows.add(Map.of("href", href, "mark", mark, "cells", List.of(cells)));
    }

    /** What is not as it is wanted stands before the rest, and before all of it what has that mark. */
    EntryList markedFirst(String gravest) {
        rows.sort(Comparator.comparing(
                row -> row.get("mark").equals(gravest) ? 0 : row.get("mark").equals("") ? 2 : 1));
        return this;
    }

    Map<String, Object> model() {
        list.put("count", Say.count(rows.size()));
        return list;
    }
}
