using Fairload.Core.Access;
using Microsoft.AspNetCore.Authorization;

namespace Fairload.Web.Access;

/// <summary>
/// Which permission opens this page. Every page carries this or <see cref="OpenAttribute"/>; one with neither opens to nobody.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>Open to everybody, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenAttribute : Attribute, IAllowAnonymous;

/// <summary>Open also to a person who has a password and no second factor yet.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class BeforeSecondFactorAttribute : Attribute;
