package org.mailround.delivery;

import java.util.List;

/**
 * What a look for work gave.
 *
 * @param claims in the order of their ids
 * @param rest what of the range is still to be looked at; empty if that was all
 */
record Taken(List<Claim> claims, IdRange rest) {

    Taken {
        claims = List.copyOf(claims);
    }
}
