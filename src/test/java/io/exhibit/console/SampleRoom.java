package io.exhibit.console;

import io.exhibit.console.frame.Desk;
import io.exhibit.console.frame.Laid;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.packs.PackRoom;
import io.exhibit.render.PackContent;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sample month behind each pack, worked out once as in a real room. */
final class SampleRoom implements PackRoom {

    private final SampleDesk desk;
    private final Map<String, Standing> worked = new ConcurrentHashMap<>();

    SampleRoom(SampleDesk desk) {
        this.desk = desk;
    }

    @Override
    public Standing standing(String pack) throws IOException {
        PackContent month = desk.standing(SampleDesk.MONTH).month();
        return worked.computeIfAbsent(
                pack, name -> Standing.ofPack(name, month, Instant.parse("2026-11-01T06:00:00Z")));
    }

    @Override
    public Laid items(String pack, String run, String test) throws IOException {
        return desk.items(run, test);
    }

    @Override
    public <T> T reading(String pack, Desk.Reading<T> what) throws IOException {
        return desk.reading(what);
    }
}
