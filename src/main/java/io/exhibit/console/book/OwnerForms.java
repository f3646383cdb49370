package io.exhibit.console.book;

import static io.exhibit.console.book.EntryField.line;

import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Typed;
import io.exhibit.control.Control;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who answers for which unit. */
public final class OwnerForms {

    private static final String PLACE = "/book/owners";

    private final EntryForms forms;

    public OwnerForms(EntryForms forms) {
        this.forms = forms;
    }

    public void owners(Context context) throws IOException {
        EntryList list =
                new EntryList("units", "Units", "The framework has none.", "Unit", "What it asks for", "Owner");
        List<Control> all = new ArrayList<>(units(context));
        // What nobody answers for stands before the rest.
        all.sort(Comparator.comparing(unit -> !unit.owner().isEmpty()));
        for (Control unit : all) {
            list.row(
                    PLACE + "/" + ScopeForms.url(unit.citation()),
                    unit.citation(),
                    unit.title(),
                    unit.owner().isEmpty() ? "nobody on file" : unit.owner());
        }
        forms.list(context, "Owners", "Who answers for a unit; printed beside it.", BookDesk.SCOPE, "", List.of(list));
    }

    private List<Control> units(Context context) throws IOException {
        return forms.desk()
                .check(forms.view(context).instead())
                .book()
                .framework()
                .controls();
    }

    private EntryForm owner(Control unit) {
        return new EntryForm(
                "Owners",
                PLACE,
                unit.citation(),
                unit.title(),
                PLACE + "/" + ScopeForms.url(unit.citation()),
                "",
                BookDesk.SCOPE,
                List.of(line("owner", "Owner", "A team, or name and function. Empty: nobody is named.", false)));
    }

    private Control unit(Context context) throws IOException {
        return units(context).stream()
                .filter(each -> each.citation().equals(context.pathParam("citation")))
                .findFirst()
                .orElseThrow(() -> Refusal.notHere("The framework has no such unit."));
    }

    public void owner(Context context) throws IOException {
        Control unit = unit(context);
        forms.show(context, owner(unit), new LinkedHashMap<>(Map.of("owner", unit.owner())));
    }

    public void changeOwner(Context context) throws IOException {
        Control unit = unit(context);
        EntryForm form = owner(unit);
        Typed typed = new Typed(context);
        String owner = forms.read(typed, form).get("owner");
        forms.save(context, form, typed, text -> forms.desk().withName(text, "owners", unit.citation(), owner));
    }
}
