package io.exhibit.cli.terminal;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine and process are called where people read of them. */
public final class Host {

    private Host() {}

    /** Such as {@code process 4711 on host a.example.org}. */
    public static String here() {
        return "process " + ProcessHandle.current().pid() + " on host " + name();
    }

    /** Or words that say that it is not known. */
    public static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "(its name is not known)";
        }
    }
}
