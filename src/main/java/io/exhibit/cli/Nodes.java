package io.exhibit.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a node is called where people read of it. */
final class Nodes {

    private Nodes() {}

    /** Such as {@code process 4711 on host a.example.org}. */
    static String here() {
        return "process " + ProcessHandle.current().pid() + " on host " + host();
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "(its name is not known)";
        }
    }
}
