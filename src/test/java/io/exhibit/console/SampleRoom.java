package io.exhibit.console;

import io.exhibit.console.frame.Desk;
import io.exhibit.console.frame.Laid;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.packs.PackRoom;
import java.io.IOException;
import java.time.Instant;

/** The sample month behind each pack. */
record SampleRoom(SampleDesk desk) implements PackRoom {

    @Override
    public Standing standing(String pack) throws IOException {
        return Standing.ofPack(pack, desk.standing(SampleDesk.MONTH).month(), Instant.parse("2026-11-01T06:00:00Z"));
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
