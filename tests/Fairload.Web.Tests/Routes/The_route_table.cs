using Fairload.Web.Access;
using Fairload.Web.Tests.Journeys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Routes;

[Collection(TheCouncil.Walked)]
public sealed class The_route_table(TheCouncil council)
{
    [Fact]
    public async Task Has_a_row_for_every_route_and_no_other()
    {
        var known = (await Found()).Select(f => f.Pattern).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(known, RouteTable.Rows.Select(r => r.Pattern).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Has_a_row_for_every_form_and_no_other()
    {
        var known = (await Found()).SelectMany(f => f.Posts.Select(h => $"{f.Pattern} {h}")).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(known, RouteTable.Forms.Select(f => $"{f.Pattern} {f.Handler}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Names_the_permission_that_each_page_asks_for()
    {
        var asked = (await Found()).ToLookup(f => f.Pattern, f => f.Needs);
        var stated = RouteTable.Rows.Select(r => (r.Pattern, r.Needs)).Concat(RouteTable.Forms.Select(f => (f.Pattern, f.Needs)));

        Assert.All(stated, s => Assert.Equal(asked[s.Pattern].Distinct().Single(), s.Needs));
    }

    private async Task<IReadOnlyList<Route>> Found()
    {
        var loader = council.Site.Services.GetRequiredService<PageLoader>();
        var found = new List<Route>();
        foreach (var endpoint in council.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var (metadata, posts) = (endpoint.Metadata, new List<string>());
            if (metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, metadata);
                metadata = compiled.Endpoint?.Metadata ?? metadata;
                posts = [.. compiled.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name ?? "")];
            }

            var needs = metadata.GetMetadata<IAllowAnonymous>() is null ? metadata.GetMetadata<NeedsAttribute>()?.Permission : null;
            found.Add(new("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), needs, posts));
        }

        return found;
    }

    private sealed record Route(string Pattern, Core.Access.Permission? Needs, IReadOnlyList<string> Posts);
}
