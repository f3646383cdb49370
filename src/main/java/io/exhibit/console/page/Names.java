package io.exhibit.console.page;

import io.exhibit.control.Scope.AccountScope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.render.PackContent;
import java.util.HashMap;
import java.util.Map;

/** Accounts as people know them: number and name. */
public final class Names {

    private final Map<String, String> names = new HashMap<>();

    public Names(PackContent month) {
        for (RunRecord run : month.runs()) {
            run.accounts().forEach(account -> names.put(account.id(), account.name()));
        }
        for (AccountScope account : month.assessment().book().scope().accounts().values()) {
            if (!account.name().isBlank()) {
                names.put(account.id(), account.name());
            }
        }
    }

    /** The account with its name behind it, where there is one. */
    public String of(String account) {
        String name = names.getOrDefault(account, "");
        return name.isBlank() ? account : account + " " + name;
    }

    /** The account with its name, and the region where there is one. */
    public String of(Target target) {
        return of(target.account()) + (target.isGlobal() ? "" : ", " + target.region());
    }

    /** What a column beside account and region still has to say of a key: an ARN that names them too, without its head. */
    public static String brief(String key, Target target) {
        String[] parts = key.split(":", 6);
        boolean told = parts.length == 6
                && parts[0].equals("arn")
                && (parts[3].isEmpty() || parts[3].equals(target.region()))
                && (parts[4].isEmpty() || parts[4].equals(target.account()));
        return told ? parts[5] : key;
    }

    Map<String, String> all() {
        return names;
    }
}
