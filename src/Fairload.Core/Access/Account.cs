namespace Fairload.Core.Access;

/// <summary>A person who may sign in. Placeholder shape: the feature fills it.</summary>
public sealed class Account
{
    public Id<Account> Id { get; private init; }
}
