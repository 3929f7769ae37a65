package org.mailround.admin;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailround.staff.Account;
import org.mailround.staff.Role;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Somebody who signs in, as Spring Security knows them.
 *
 * @param version of their account when they signed in: a session ends with it
 */
public record StaffUser(
        long id,
        String name,
        Role role,
        int version,
        @Nullable String passwordHash,
        boolean unlocked) implements UserDetails {

    private static final long serialVersionUID = 1L;

    /** Of random octets that were thrown away. */
    private static final String NOBODYS =
            new BCryptPasswordEncoder().encode(UUID.randomUUID().toString());

    static StaffUser of(Account account, boolean unlocked) {
        return new StaffUser(
                account.id(), account.name(), account.role(), account.version(), account.passwordHash(), unlocked);
    }

    /** Whether pages offer them to change anything. */
    public boolean isMayChange() {
        return role.includes(Role.EDITOR);
    }

    /** Whether pages offer them what administrators decide. */
    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }

    /** Who may more may all that others may. */
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(role.authorities());
    }

    @Override
    public String getUsername() {
        return name;
    }

    /** Where none was chosen yet, that of a password nobody knows: to compare takes as long. */
    @Override
    public String getPassword() {
        return Objects.requireNonNullElse(passwordHash, NOBODYS);
    }

    @Override
    public boolean isAccountNonLocked() {
        return unlocked;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StaffUser user && user.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    @Override
    public String toString() {
        return List.of("StaffUser", id).toString();
    }
}
