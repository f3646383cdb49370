package io.exhibit.render;

import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.Target;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The accounts of the period by id, as the newest run that saw them describes them, and how a place is printed. */
final class Accounts {

    private final Map<String, Account> seen = new TreeMap<>();
    private final Set<String> declared = new TreeSet<>();
    private final Scope scope;

    Accounts(PackContent content) {
        scope = content.assessment().book().scope();
        for (RunRecord run : content.runs()) {
            run.accounts().forEach(account -> seen.put(account.id(), account));
        }
        scope.accounts().values().forEach(a -> {
            if (seen.putIfAbsent(a.id(), new Account(a.id(), a.name(), "not seen", "", false)) == null) {
                declared.add(a.id());
            }
        });
    }

    Collection<Account> all() {
        return seen.values();
    }

    /** Whether a run of the period saw it. */
    boolean seen(String account) {
        return seen.containsKey(account) && !declared.contains(account);
    }

    Scope scope() {
        return scope;
    }

    String name(String account) {
        Account known = seen.get(account);
        return known == null || known.name().isBlank() ? "" : known.name();
    }

    /** "333344445555 claims-prod". */
    String printed(String account) {
        return (account + " " + name(account)).strip();
    }

    /** "333344445555 claims-prod, us-east-1". */
    String printed(Target target) {
        return printed(target.account()) + (target.isGlobal() ? "" : ", " + target.region());
    }
}
