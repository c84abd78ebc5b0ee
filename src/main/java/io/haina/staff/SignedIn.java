package io.haina.staff;

import io.haina.access.Actor;
import java.time.Instant;

/**
 * A sign-in that went well.
 *
 * @param expiresAt when the session ends by itself, to the second
 */
public record SignedIn(Actor actor, Staff staff, Instant expiresAt) {}
