package org.mailround.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads an RSA private key from a PEM (RFC 7468): PKCS#8, or PKCS#1 as older tools write it. */
final class RsaKeyFile {

    // RFC 8301 section 3.2: what is shorter is not verified
    private static final int SHORTEST = 1024;

    private static final int LONGEST_FILE = 65_536;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** The version, and that what follows is an RSA key: what PKCS#8 puts before the octets of PKCS#1. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private RsaKeyFile() {}

    /**
     * @param setting the key of the setting that names the file, with which the sentence begins if there is no key in it
     * @throws IllegalArgumentException if there is none
     */
    static RSAPrivateCrtKey read(String setting, Path file) {
        try {
            return parse(text(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s is %s, %s".formatted(setting, file, e.getMessage()), e);
        }
    }

    private static String text(Path file) {
        if (Files.notExists(file)) {
            throw new IllegalArgumentException(
                    "and there is no such file: put it there, or take mailround.dkim out and let ./mailround dkim-key make one");
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("which is a folder: name the file of the private key in it");
        }
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new IllegalArgumentException("which is too long for a key: name the PEM of the private key");
            }
            // whatever it holds, it can be read as this
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalArgumentException("which cannot be read: let the user that Mailround runs as read it", e);
        }
    }

    /** The first private key; files often have more in them than that. */
    static RSAPrivateCrtKey parse(String text) {
        List<MatchResult> blocks = BLOCK.matcher(text).results().toList();
        List<String> labels = new ArrayList<>();
        for (MatchResult block : blocks) {
            String label = block.group(1);
            if (label.equals("ENCRYPTED PRIVATE KEY") || block.group(2).contains("ENCRYPTED")) {
                throw new IllegalArgumentException(
                        "which is encrypted, and nobody is there to type its password: write it without one, and let its"
                                + " owner alone read it");
            }
            if (label.equals("PRIVATE KEY") || label.equals("RSA PRIVATE KEY")) {
                return longEnough(key(label, block.group(2)));
            }
            labels.add(label);
        }
        throw new IllegalArgumentException(
                "which holds %s: name the PEM of an RSA private key".formatted(described(labels)));
    }

    private static RSAPrivateCrtKey key(String label, String body) {
        try {
            byte[] octets = Base64.getDecoder().decode(body.replaceAll("\\s", ""));
            byte[] pkcs8 = label.startsWith("RSA") ? element(0x30, RSA, element(0x04, octets)) : octets;
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            if (key instanceof RSAPrivateCrtKey whole) {
                return whole;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "which holds a private key that is no RSA key, or broken: name the PEM of an RSA private key", e);
        }
        throw new IllegalArgumentException("which holds half of an RSA key: name the PEM of a whole one");
    }

    /** DER (ITU-T X.690): what it is, how long, and the octets. */
    private static byte[] element(int tag, byte[]... contents) {
        int length = Stream.of(contents).mapToInt(content -> content.length).sum();
        ByteBuffer element = ByteBuffer.allocate(length + 4).put((byte) tag);
        // a key is longer than 255 octets, or refused for being short
        element.put((byte) 0x82).putShort((short) length);
        Stream.of(contents).forEach(element::put);
        return element.array();
    }

    private static RSAPrivateCrtKey longEnough(RSAPrivateCrtKey key) {
        int bits = key.getModulus().bitLength();
        if (bits < SHORTEST) {
            throw new IllegalArgumentException(
                    "whose key has %d bits, too few for anybody to trust: ./mailround dkim-key makes one of 2048"
                            .formatted(bits));
        }
        return key;
    }

    private static String described(List<String> labels) {
        for (String label : labels) {
            if (label.endsWith("PRIVATE KEY")) {
                return "a private key of another kind (%s)".formatted(label);
            }
            if (label.endsWith("PUBLIC KEY")) {
                return "a public key";
            }
            if (label.endsWith("CERTIFICATE")) {
                return "a certificate";
            }
        }
        return "no PEM of a private key";
    }
}
