using Fairload.Core.Access;
using Fairload.Web.Access;

namespace Fairload.Web.Tests.Access;

public sealed class Roles_in_words
{
    [Fact]
    public void Have_each_a_line_of_its_own()
    {
        foreach (var language in new[] { Language.English, Language.Welsh })
        {
            var T = new Catalogue(language);
            var lines = Enum.GetValues<Role>().Select(role => RoleWords.ComesFor(T, [role])).ToList();
            Assert.Equal(lines, lines.Distinct());
        }
    }
}
