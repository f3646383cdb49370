package io.exhibit.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine and process are called where people read of them. */
final class Host {

    private Host() {}

    /** Such as {@code process 4711 on host a.example.org}. */
    static String here() {
        return "process " + ProcessHandle.current().pid() + " on host " + name();
    }

    static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "(its name is not known)";
        }
    }
}
