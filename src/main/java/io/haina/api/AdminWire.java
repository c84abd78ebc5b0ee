package io.haina.api;

/** The chapters for admins. */
sealed interface AdminWire extends ApiWire
        permits AuditWire,
                ChangesWire,
                HandoversWire,
                MenusWire,
                RolesWire,
                StaffWire,
                SystemWire,
                TokensWire,
                UnitsWire {}
