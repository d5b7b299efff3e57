using Fairload.Core.Access;

namespace Fairload.Web;

public static class CurrentReader
{
    private const string Key = "reader";

    extension(HttpContext context)
    {
        /// <summary>Who is signed in; null for a visitor who is not. Set on each request by the sign-in, read by everyone.</summary>
        public Reader? Reader
        {
            get => context.Items[Key] as Reader;
            set => context.Items[Key] = value;
        }
    }
}
