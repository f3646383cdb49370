package io.exhibit.evaluate;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import io.exhibit.evidence.Record;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * The members of a record of which some call brought nothing. Whether a member that is not there would have come with that
 * call is unknown, so that {@code has} says neither yes nor no of it: a setting that was not read is not one that is absent.
 */
final class PartlyRead extends AbstractMap<String, Object> {

    private final Map<String, Object> members;

    private PartlyRead(Map<String, Object> members) {
        this.members = members;
    }

    /** The record's members as expressions see them. */
    static Map<String, Object> members(Record record) {
        return record.gaps().isEmpty() ? record.members() : new PartlyRead(record.members());
    }

    /** @throws CelAttributeNotFoundException instead of saying no */
    @Override
    public boolean containsKey(Object name) {
        if (!members.containsKey(name)) {
            throw CelAttributeNotFoundException.forMissingMapKey(String.valueOf(name));
        }
        return true;
    }

    @Override
    public Object get(Object name) {
        return members.get(name);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return members.entrySet();
    }
}
