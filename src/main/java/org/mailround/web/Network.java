package org.mailround.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of addresses: those that begin with the same bits. */
public final class Network {

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address.clone();
        this.bits = Math.min(bits, address.length * 8);
    }

    /**
     * @param literal an address in numbers, IPv4 or IPv6
     * @param prefix {@code /24}; empty for the address alone
     */
    public static Network of(String literal, String prefix) {
        try {
            return of(InetAddress.getByName(literal).getAddress(), prefix);
        } catch (UnknownHostException e) {
            // numbers that are no address, such as 1:2: nobody sends from there
            return new Network(new byte[0], 0);
        }
    }

    /** @param prefix {@code /24//64}: that of IPv4, then that of IPv6 */
    public static Network of(byte[] address, String prefix) {
        int two = prefix.indexOf("//");
        String four = two < 0 ? prefix : prefix.substring(0, two);
        String six = two < 0 ? prefix : prefix.substring(two + 1);
        String own = address.length == 4 ? four : six;
        return new Network(address, own.isEmpty() ? address.length * 8 : Integer.parseInt(own.substring(1)));
    }

    public boolean contains(byte[] other) {
        if (other.length != address.length || address.length == 0) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        int mask = rest == 0 ? 0 : 0xff << (8 - rest) & 0xff;
        return rest == 0 || (address[whole] & mask) == (other[whole] & mask);
    }
}
