package org.mailround.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface Names {

    /** As this machine does. */
    Names OF_THIS_MACHINE = InetAddress::getAllByName;

    /**
     * All of them, in the order in which they are to be tried.
     *
     * @param host a name, or an address in numbers without brackets
     * @throws UnknownHostException if there is no such host
     */
    InetAddress[] addresses(String host) throws UnknownHostException;
}
