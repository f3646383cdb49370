package io.exhibit.console.packs;

import io.exhibit.console.door.Guard;
import io.exhibit.console.frame.Desk;
import io.exhibit.console.frame.Laid;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedSet;

/** The months behind packs: each is shown to whoever may see its pack, and as that pack has it. */
public final class PackMonths extends Months {

    private final PackRoom room;

    public PackMonths(Desk desk, PackRoom room) {
        super(desk);
        this.room = room;
    }

    @Override
    public Standing standing(Context context) throws IOException {
        return room.standing(pack(context));
    }

    @Override
    public <T> T reading(Context context, Desk.Reading<T> what) throws IOException {
        return room.reading(pack(context), what);
    }

    @Override
    public Laid items(Context context, String run, String test) throws IOException {
        return room.items(pack(context), run, test);
    }

    /** A pack is of one framework. */
    @Override
    public SortedSet<String> frameworks() {
        return Collections.emptySortedSet();
    }

    /** Of a pack that is not for a visitor nothing is said, not even whether there is one. */
    static String pack(Context context) {
        String pack = context.pathParam("pack");
        if (!Guard.session(context).visitor().sees(pack)) {
            throw Refusal.notHere("There is no pack " + pack + " for you.");
        }
        return pack;
    }
}
