package io.exhibit.console;

import io.exhibit.control.Scope.AccountScope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.util.HashMap;
import java.util.Map;

/** Accounts as people know them: number and name. */
final class Names {

    private final Map<String, String> names = new HashMap<>();

    Names(Standing standing) {
        for (RunRecord run : standing.month().runs()) {
            run.accounts().forEach(account -> names.put(account.id(), account.name()));
        }
        for (AccountScope account :
                standing.month().assessment().book().scope().accounts().values()) {
            if (!account.name().isBlank()) {
                names.put(account.id(), account.name());
            }
        }
    }

    String of(String account) {
        String name = names.getOrDefault(account, "");
        return name.isBlank() ? account : account + " " + name;
    }

    String of(Target target) {
        return of(target.account()) + (target.isGlobal() ? "" : ", " + target.region());
    }

    Map<String, String> all() {
        return names;
    }
}
