package org.mailround.admin;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.DispatcherType;
import org.mailround.staff.Role;
import org.mailround.staff.StaffLinks;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/**
 * Who may do what: strangers nothing but sign in, who has done no more than a first step the second, and each role what it
 * may. What is not named here needs an account to
 * look at, and an editor to change. The public pages and the API have chains of their own, before this one.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

    @Bean
    SecurityFilterChain desk(
            HttpSecurity http,
            StaffLinks links,
            SessionVersions versions,
            CsrfTokenRepository tokens,
            RequestCache wanted)
            throws Exception {
        return http.authorizeHttpRequests(requests -> authorize(requests, links))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .requestCache(cache -> cache.requestCache(wanted))
                .formLogin(login -> login.loginPage("/login").successHandler(new AfterPassword(wanted)))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(exceptions -> exceptions
                        .accessDeniedHandler(new Refusal())
                        .defaultAuthenticationEntryPointFor(
                                toLoginOfWholePage(), new RequestHeaderRequestMatcher("HX-Request"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), pathPattern("/**")))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        // a clinic's other hosts are not ours to decide for
                        .httpStrictTransportSecurity(transport -> transport.includeSubDomains(false))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new UploadGuard(), CsrfFilter.class)
                .addFilterBefore(versions, AuthorizationFilter.class)
                .build();
    }

    /** The chain calls it, and nothing else does. */
    @Bean
    static FilterRegistrationBean<SessionVersions> onlyInItsChain(SessionVersions versions) {
        FilterRegistrationBean<SessionVersions> registration = new FilterRegistrationBean<>(versions);
        registration.setEnabled(false);
        return registration;
    }

    /** In a cookie, like where somebody wanted to go: a session for each stranger would fill the memory. */
    @Bean
    static CsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("mailround-form");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    /** Pages alone: parts of one, and what streams into it, are nowhere to go. */
    @Bean
    static RequestCache whereSomebodyWantedToGo() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        return cache;
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            StaffLinks links) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/login", "/assets/**", "/webjars/**")
                .permitAll()
                .requestMatchers("/setup/{token}")
                .access(held(links::isForSetup))
                .requestMatchers("/password/{token}")
                .access(held(token -> links.forPassword(token).isPresent()))
                .requestMatchers("/people/**", "/tokens/**", "/audit/**")
                .hasRole(Role.ADMINISTRATOR.name())
                .requestMatchers(HttpMethod.POST, "/campaigns/*/approval", "/approvals/rule")
                .hasRole(Role.ADMINISTRATOR.name())
                .requestMatchers(HttpMethod.POST, "/approvals/*/approve", "/approvals/*/reject")
                .hasRole(Role.APPROVER.name())
                .requestMatchers("/login/code", "/login/enrol/**")
                .hasAuthority(FirstStep.AUTHORITY)
                .requestMatchers("/account/**")
                .hasRole(Role.VIEWER.name())
                .requestMatchers(HttpMethod.POST, "/logout")
                .authenticated()
                .requestMatchers(HttpMethod.GET)
                .hasRole(Role.VIEWER.name())
                .requestMatchers(HttpMethod.HEAD)
                .hasRole(Role.VIEWER.name())
                .anyRequest()
                .hasRole(Role.EDITOR.name());
    }

    /** For who holds a link that works; to all others the page is as closed as any. */
    private static AuthorizationManager<RequestAuthorizationContext> held(java.util.function.Predicate<String> works) {
        return (authentication, context) -> new AuthorizationDecision(
                works.test(String.valueOf(context.getVariables().get("token"))));
    }

    /** A part of a page cannot be the login page. */
    private static AuthenticationEntryPoint toLoginOfWholePage() {
        return (request, response, exception) -> {
            response.setHeader("HX-Redirect", "/login");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        };
    }
}
