package io.exhibit.render.forms;

import java.util.AbstractList;
import java.util.function.IntFunction;

/** Rows that are made when they are asked for: of a table of a hundred thousand one is held at a time. */
final class MadeRows<T> extends AbstractList<T> {

    private final int size;
    private final IntFunction<T> row;

    MadeRows(int size, IntFunction<T> row) {
        this.size = size;
        this.row = row;
    }

    @Override
    public T get(int index) {
        return row.apply(index);
    }

    @Override
    public int size() {
        return size;
    }
}
