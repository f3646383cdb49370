package io.exhibit.console.book;

import io.exhibit.console.page.Say;
import java.util.ArrayList;
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
        rows.add(Map.of("href", href, "cells", List.of(cells)));
    }

    Map<String, Object> model() {
        list.put("count", Say.count(rows.size()));
        return list;
    }
}
