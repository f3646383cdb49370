package io.exhibit.console.packs;

import io.exhibit.assessment.Period;
import io.exhibit.console.door.Guard;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Session;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.month.MonthPages;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.console.page.Unavailable;
import io.exhibit.seal.Vault;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The room of an issued pack: its report, its files, its verification, and the way to what lies behind it. */
public final class RoomPages {

    private final PackDesk desk;
    private final Screen screen;
    private final Months months;

    /** @param months behind packs */
    public RoomPages(PackDesk desk, Screen screen, Months months) {
        this.desk = desk;
        this.screen = screen;
        this.months = months;
    }

    /** Those that are for the visitor. */
    public void rooms(Context context) throws IOException {
        Session session = Guard.session(context);
        List<String> packs =
                new ArrayList<>(screen.months().reading(context, Vault::packs).keySet());
        packs.removeIf(pack -> !session.visitor().sees(pack));
        Collections.reverse(packs);
        if (packs.size() == 1 && !session.visitor().may(Role.READERS)) {
            context.redirect(Standing.room(packs.get(0)));
            return;
        }
        screen.bare(
                context,
                "rooms",
                "Packs",
                Map.of(
                        "packs",
                        packs,
                        "guard",
                        session.guard(),
                        "who",
                        session.visitor().name()));
    }

    public void room(Context context) throws IOException {
        String pack = issued(context);
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("named", pack);
        own.put("steps", List.of());
        own.putAll(screen.outcome(context));
        Standing standing;
        try {
            standing = months.standing(context);
        } catch (Unavailable without) {
            // The pack itself is read and checked without what lies behind it.
            own.put("why", without.getMessage());
            own.put("base", Standing.room(pack));
            own.put("guard", Guard.session(context).guard());
            own.put("who", Guard.session(context).visitor().name());
            screen.bare(context, "room", pack, own);
            return;
        }
        Period period = standing.month().assessment().period();
        own.put("why", "");
        own.put("days", period.first() + " to " + period.last());
        own.put("issued", Say.minute(standing.at()));
        own.put("conclusions", MonthPages.conclusions(standing));
        screen.show(context, "room", pack, standing, own);
    }

    private String issued(Context context) throws IOException {
        String pack = PackMonths.pack(context);
        if (!screen.months().reading(context, Vault::packs).containsKey(pack)) {
            throw Refusal.notHere("The log has no pack " + pack + ".");
        }
        return pack;
    }

    public void report(Context context) throws IOException {
        PackPages.send(desk, context, issued(context), PackDesk.Form.REPORT);
    }

    public void zip(Context context) throws IOException {
        PackPages.send(desk, context, issued(context), PackDesk.Form.ZIP);
    }

    public void page(Context context) throws IOException {
        PackPages.alone(context, desk.page(issued(context)));
    }

    public void verify(Context context) throws IOException {
        String pack = issued(context);
        screen.on(context, Standing.room(pack), Map.of("steps", PackPages.rows(desk.verify(pack))));
    }
}
