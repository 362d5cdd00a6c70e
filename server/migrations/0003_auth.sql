-- Sign-in. The columns are named as the sign-in library names them; a user's id is the person's id. The library wants
-- a name and an e-mail for each user: names and addresses live in `people` alone, so here stand stand-ins.
create schema auth;

create table auth."user" (
  id uuid primary key references people.person on delete cascade,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);

create table auth.session (
  id uuid primary key,
  "userId" uuid not null references auth."user" on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  -- A password may be set without knowing the one before soon after signing in by link.
  "startedBy" text not null check ("startedBy" in ('password', 'link')),
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index session_by_user on auth.session ("userId");
create index session_by_end on auth.session ("expiresAt");

create table auth.account (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index account_by_user on auth.account ("userId");
create unique index account_by_key on auth.account ("providerId", "accountId");

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index verification_by_identifier on auth.verification (identifier);
