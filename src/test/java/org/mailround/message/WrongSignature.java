package org.mailround.message;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SignatureSpi;

/** Signs everything alike. */
public class WrongSignature extends SignatureSpi {

    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) {}

    @Override
    protected void engineUpdate(byte octet) {}

    @Override
    protected void engineUpdate(byte[] octets, int start, int length) {}

    @Override
    protected byte[] engineSign() {
        return new byte[256];
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
        return false;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
        throw new UnsupportedOperationException();
    }
}
