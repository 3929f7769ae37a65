package org.mailround.api;

import jakarta.servlet.DispatcherType;
import org.mailround.staff.ApiTokens;
import org.mailround.staff.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;

/**
 * Programs show a token with every request, and never a cookie: there is no session, and nothing that a stranger's page
 * could ride on. Viewers look; what changes something needs an editor. Of the actuator strangers see the health alone.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /** Behind the public pages', and before the desk's, which takes all that is left. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens, Problems problems) throws Exception {
        return http.securityMatcher("/api", "/api/**", "/actuator", "/actuator/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/actuator/health")
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, "/actuator/health")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET)
                                .hasRole(Role.VIEWER.name())
                                .requestMatchers(HttpMethod.HEAD)
                                .hasRole(Role.VIEWER.name())
                                .anyRequest()
                                .hasRole(Role.EDITOR.name()))
                .addFilterAfter(filter(tokens, problems), LogoutFilter.class)
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .httpStrictTransportSecurity(transport -> transport.includeSubDomains(false)))
                .build();
    }

    private static AuthenticationFilter filter(ApiTokens tokens, Problems problems) {
        BearerTokens bearer = new BearerTokens(tokens);
        AuthenticationFilter filter = new AuthenticationFilter(bearer, bearer);
        filter.setFailureHandler(problems::commence);
        filter.setSuccessHandler((request, response, authentication) -> {});
        return filter;
    }
}
