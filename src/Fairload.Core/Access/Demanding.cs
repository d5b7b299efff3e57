namespace Fairload.Core.Access;

/// <summary>Desks ask for what they need; pages have asked before, so a refusal here is a page's mistake and becomes a 403.</summary>
public static class Demanding
{
    extension(Reader reader)
    {
        public void Demand(Permission permission)
        {
            if (!reader.May(permission)) throw new UnauthorizedAccessException($"{permission} is not held.");
        }
    }
}
